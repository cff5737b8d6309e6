/* All benchmarks, one after the other. */
await import('./start.ts');
console.log();
await import('./business-time.ts');
console.log();
await import('./site.ts');
console.log();
await import('./report.ts');
