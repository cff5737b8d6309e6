/* What makes reports: a file of its own in the bundle, loaded when one may be due or is asked for. */

export { keepReports } from './keep.ts';
export { makeReport } from './make.ts';
