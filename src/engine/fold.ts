/** What one capability reads from the timeline. */
export interface EventTrack<Event, Scene, State, Result> {
  /** Before anything has happened; sees the tracks that stand before it in the list. */
  readonly start: (scene: Scene) => State;
  /** After one event; of the tracks before it in the list it sees what the event has made of them. */
  readonly on?: (state: State, event: Event, scene: Scene) => State;
  /** What is left when the incident runs again after its end; all if left out. */
  readonly reopen?: (state: State, event: Reopening, scene: Scene) => State;
  /** Its part of the incident, when all of the timeline has been read. */
  readonly result: (state: State, scene: Scene) => Result;
}

/** The incident runs again. */
export interface Reopening {
  readonly kind: 'reopening';
  readonly at: number;
  /** When it had ended. */
  readonly from: number;
  /** Whether those who have it must take it on anew. */
  readonly anew: boolean;
}

/** What every scene has: the state of each track, and a way to say what follows from an event. */
export interface FoldScene<Event> {
  readonly states: object;
  readonly emit: (event: Event | Reopening) => void;
}

/** The tracks of an incident by name, in the order of their needs. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each track knows its own state, and what it needs of the scene
type Tracks<Event> = Readonly<Record<string, EventTrack<Event, any, any, any>>>;

/** The state of each track. */
export type StatesOf<T> = {
  -readonly [K in keyof T]: T[K] extends { start: (...args: never[]) => infer S } ? S : never;
};

/** The part of the incident that each track makes. */
export type ResultsOf<T> = {
  readonly [K in keyof T]: T[K] extends { result: (...args: never[]) => infer R } ? R : never;
};

/**
 * Folds events into the parts of an incident. Every event goes to each track in order; what tracks say follows from it comes
 * right after it. `expand` may make several events of one, such as a comment with commands, and looks at the states in between.
 */
export function fold<Event extends { readonly kind: string }, Scene extends object, T extends Tracks<Event>>(
  tracks: T,
  sceneOf: (stage: FoldScene<Event>) => Scene,
  events: Iterable<Event>,
  expand: (event: Event, scene: Scene) => Iterable<Event>,
): ResultsOf<T> {
  const states: Record<string, unknown> = {};
  const following: (Event | Reopening)[] = [];
  const scene = sceneOf({ states, emit: (event) => void following.push(event) });
  const all = Object.entries(tracks);
  for (const [name, track] of all) states[name] = track.start(scene);

  function happen(event: Event | Reopening): void {
    for (const [name, { on, reopen }] of all) {
      if (isReopening(event)) states[name] = reopen ? reopen(states[name], event, scene) : states[name];
      else if (on) states[name] = on(states[name], event, scene);
    }
  }
  for (const event of events) {
    for (const one of expand(event, scene)) {
      happen(one);
      while (following.length > 0) happen(following.shift()!);
    }
  }
  return Object.fromEntries(
    all.map(([name, track]) => [name, track.result(states[name], scene) as unknown]),
  ) as ResultsOf<T>;
}

function isReopening(event: { readonly kind: string }): event is Reopening {
  return event.kind === 'reopening';
}
