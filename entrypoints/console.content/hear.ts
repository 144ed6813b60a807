/**
 * Listens, first on the way down, to what the seller or the browser does. Events that a script of the page made are passed by:
 * they say that something happened which did not.
 */
export function hear<Kind extends Event = Event>(
  target: EventTarget,
  types: readonly string[],
  signal: AbortSignal,
  listener: (event: Kind) => void,
  passive = true,
): void {
  const onEvent = (event: Event) => {
    if (event.isTrusted) listener(event as Kind);
  };
  for (const type of types) target.addEventListener(type, onEvent, { capture: true, passive, signal });
}
