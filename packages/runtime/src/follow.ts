// One listener serves all who follow a signal. Node 20 warns of a leak where a signal has more than ten, and a program with
// one signal for all of its calls would be told of one that is none.
const followers = new WeakMap<AbortSignal, Set<() => void>>();

function onAbort({ target }: Event): void {
  for (const follower of followers.get(target as AbortSignal) ?? []) follower();
}

/**
 * Calls a follower once the signal aborts, or at once where it has.
 *
 * @returns What takes the follower away; the last one takes the listener along.
 */
export function follow(signal: AbortSignal | undefined, follower: () => void): () => void {
  if (signal?.aborted) follower();
  if (!signal || signal.aborted) return () => {};
  const all = followers.get(signal) ?? new Set();
  followers.set(signal, all.add(follower));
  signal.addEventListener("abort", onAbort);
  return () => {
    if (all.delete(follower) && !all.size) signal.removeEventListener("abort", onAbort);
  };
}
