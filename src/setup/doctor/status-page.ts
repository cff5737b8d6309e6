import * as z from 'zod/mini';

/** What GitHub's page about its own state answered, or why there is no answer. */
export type StatusAnswer =
  { readonly text: string } | { readonly why: 'timeout' | 'unreachable' } | { readonly code: number };

/** The parts of GitHub without which Tocsin is late or silent, by the names that the page gives them. */
const PARTS: readonly string[] = ['Actions', 'Issues', 'Webhooks', 'API Requests'];

const summary = z.object({
  components: z.array(z.object({ name: z.string(), status: z.string() })),
  incidents: z.array(z.object({ name: z.string(), shortlink: z.string() })),
});

/** How the parts stand that matter, and what GitHub is busy with; null for what does not tell of each of them. */
export function readStatusSummary(text: string): z.infer<typeof summary> | null {
  const read = z.safeParse(summary, parsed(text));
  if (!read.success) return null;
  const { components, incidents } = read.data;
  const ours = components.filter(({ name }) => PARTS.includes(name));
  return PARTS.every((part) => ours.some(({ name }) => name === part)) ? { components: ours, incidents } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
