import { examplePolicy } from './policies.ts';

export const policy = await examplePolicy('learning-platform');
