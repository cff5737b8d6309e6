import { unprocessable } from './refusal.ts';

export const LIMITS = {
  body: 65_536,
  title: 256,
  labelName: 50,
  labelDescription: 100,
  labels: 100,
  assignees: 10,
  comments: 2_500,
};

export function checkBody(body: string): void {
  if (body.length > LIMITS.body) throw unprocessable(`Body is too long (maximum is ${LIMITS.body} characters)`);
}

export function checkCommentBody(body: string): void {
  if (body.trim() === '') throw unprocessable('Body cannot be blank');
  checkBody(body);
}

export function checkTitle(title: string): void {
  if (title.trim() === '') throw unprocessable("Title can't be blank");
  if (title.length > LIMITS.title) throw unprocessable(`Title is too long (maximum is ${LIMITS.title} characters)`);
}

export function checkLabel(name: string, description: string | null): void {
  if (name.trim() === '') throw unprocessable("Name can't be blank");
  if (name.length > LIMITS.labelName)
    throw unprocessable(`Name is too long (maximum is ${LIMITS.labelName} characters)`);
  if ((description?.length ?? 0) > LIMITS.labelDescription) {
    throw unprocessable(`Description is too long (maximum is ${LIMITS.labelDescription} characters)`);
  }
}
