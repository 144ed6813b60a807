/**
 * Listens in the capture phase to actions of the seller or the browser. Ignores events dispatched by scripts of the
 * page: they claim something that did not happen.
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
