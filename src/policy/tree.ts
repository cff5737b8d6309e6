/** A value of the policy file that knows where it stands; aliases are already followed. */
export type Tree = Scalar | List | Mapping;

interface Placed {
  /** Offset of the value in the text. */
  readonly offset: number;
}

interface Scalar extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

interface List extends Placed {
  readonly kind: 'list';
  /** `index` is the place in the file, which stays when earlier items are cut away. */
  readonly items: readonly { readonly index: number; readonly tree: Tree }[];
}

interface Mapping extends Placed {
  readonly kind: 'map';
  readonly entries: readonly PolicyEntry[];
}

export interface PolicyEntry {
  readonly key: string;
  /** Offset of the key. */
  readonly offset: number;
  readonly tree: Tree;
}

export type Path = readonly (string | number)[];

/** Plain data for the schema. Maps have no prototype, so a key such as `__proto__` is a key like any other. */
export function toData(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map((item) => toData(item.tree));
  const data = Object.create(null) as Record<string, unknown>;
  for (const entry of tree.entries) data[entry.key] = toData(entry.tree);
  return data;
}

/** The tree without the values at the paths, and without the maps that lack one; null when that leaves nothing. */
export function withoutPaths(tree: Tree, paths: readonly Path[]): Tree | null {
  if (tree.kind === 'scalar' || paths.some((path) => path.length === 0)) return null;
  const below = new Map<string | number | undefined, Path[]>();
  for (const path of paths) below.set(path[0], [...(below.get(path[0]) ?? []), path]);
  const prune = (child: Tree, step: string | number) => {
    const inside = below.get(step);
    return inside === undefined
      ? child
      : withoutPaths(
          child,
          inside.map((path) => path.slice(1)),
        );
  };
  if (tree.kind === 'list') {
    const items = tree.items.flatMap((item, at) => {
      const left = prune(item.tree, at);
      return left === null ? [] : [{ ...item, tree: left }];
    });
    return { ...tree, items };
  }
  const keys = new Set<string | number | undefined>(tree.entries.map(({ key }) => key));
  if ([...below.keys()].some((step) => !keys.has(step))) return null;
  const entries = tree.entries.flatMap((entry) => {
    const left = prune(entry.tree, entry.key);
    return left === null ? [] : [{ ...entry, tree: left }];
  });
  return { ...tree, entries };
}

/** The value at `path`, if the file has one. */
export function find(tree: Tree | null, path: Path): Tree | null {
  let here = tree;
  for (const step of path) {
    if (here?.kind === 'map') here = here.entries.find((entry) => entry.key === step)?.tree ?? null;
    else if (here?.kind === 'list') here = (typeof step === 'number' ? here.items[step]?.tree : undefined) ?? null;
    else return null;
  }
  return here;
}

/** The path that a place of a cut tree has in the file as it was: items of its lists have moved up. */
export function uncut(tree: Tree, path: Path): Path {
  return path.map((step, at) => {
    const parent = typeof step === 'number' ? find(tree, path.slice(0, at)) : null;
    return parent?.kind === 'list' && typeof step === 'number' ? (parent.items[step]?.index ?? step) : step;
  });
}

/** The keys of the map at `path`, none when there is no map. */
export function keysAt(tree: Tree | null, path: Path): readonly string[] {
  const here = find(tree, path);
  return here?.kind === 'map' ? here.entries.map((entry) => entry.key) : [];
}

/** Offset of the key (or list item) at the end of `path`, or of the nearest thing above it that exists. */
export function keyOffset(tree: Tree, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = find(tree, path.slice(0, length - 1));
    const step = path[length - 1];
    if (parent?.kind === 'map') {
      const entry = parent.entries.find(({ key }) => key === step);
      if (entry) return entry.offset;
    }
    if (parent?.kind === 'list' && typeof step === 'number') {
      const item = parent.items[step];
      if (item) return item.tree.offset;
    }
  }
  return tree.offset;
}

/** Offset of the value at `path`, or of the nearest key above it that exists. */
export function valueOffset(tree: Tree, path: Path): number {
  return find(tree, path)?.offset ?? keyOffset(tree, path);
}

/** The path as people read it: `escalation-policies.urgent[1].at`, with the places of the uncut file. */
export function showPath(tree: Tree | null, path: Path): string {
  return (tree ? uncut(tree, path) : path).reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    const name = /^[\p{L}\p{N} _/-]{1,60}$/u.test(step) ? step : JSON.stringify(Array.from(step).slice(0, 60).join(''));
    return text === '' ? name : `${text}.${name}`;
  }, '');
}
