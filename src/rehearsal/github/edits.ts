import { present, type Account, type World, type HubText } from './state.ts';

/** Gives the text another one. With the first edit GitHub also writes down what stood there before, as its author's. */
export function rewrite(world: World, editor: Account, written: HubText, body: string): void {
  const editedAt = present(world);
  const first = { editor: written.author, editedAt: written.createdAt, body: written.body };
  const before = written.edits.length > 0 ? written.edits : [first];
  const edits = [{ editor, editedAt, body }, ...before];
  Object.assign(written, {
    body,
    updatedAt: editedAt,
    lastEditedAt: editedAt,
    editor,
    edits,
  } satisfies Partial<HubText>);
}
