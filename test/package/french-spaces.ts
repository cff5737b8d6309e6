/** A space that may break before a mark that French sets apart, or after an opening guillemet. */
export const BREAKABLE = /(?<=[\p{L}\p{N}`’)»*.…]) (?:[:;?!»](?=[\s`]|$))|« |(?<=\S) ;/u;
