/** What is to end when a signal aborts. */
export interface Follower {
  handleEvent(): void;
}

// One listener serves all who follow a signal. Node 20 warns of a leak where a signal has more than ten, and a program with
// one signal for all of its calls would be told of one that is none.
const followers = new WeakMap<AbortSignal, Set<Follower>>();
const listener = {
  handleEvent({ target }: Event): void {
    for (const one of followers.get(target as AbortSignal) ?? []) one.handleEvent();
  },
};

/** Tells a follower once the signal aborts, or at once where it has. */
export function follow(signal: AbortSignal | undefined, follower: Follower): void {
  if (signal?.aborted) follower.handleEvent();
  else if (signal) {
    followers.set(signal, (followers.get(signal) ?? new Set()).add(follower));
    signal.addEventListener("abort", listener);
  }
}

/** Takes a follower away; the last one takes the listener along. */
export function unfollow(signal: AbortSignal | undefined, follower: Follower): void {
  const others = signal && followers.get(signal);
  if (others?.delete(follower) && !others.size) signal?.removeEventListener("abort", listener);
}
