import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
/** Beyond 2 ** 53 whole numbers are not exact. */
const HIGH = 2 ** 21;

/**
 * Names an order line without its order number: the first 53 bits of SHA-256 over the profile's salt, the number and the
 * SKU. An order has one line for each SKU here; where Amazon splits one in two, the second does not count again.
 */
export function orderHasher(salt: Uint8Array): (order: string, sku: string) => number {
  const message = new Uint8Array(salt.length + 256);
  message.set(salt);
  return (order, sku) => {
    const room = message.subarray(salt.length);
    const text = `${order}\n${sku}`;
    const { read, written } = encoder.encodeInto(text, room);
    const whole =
      read === text.length ? message.subarray(0, salt.length + written) : joined(salt, encoder.encode(text));
    const digest = sha256(whole);
    const view = new DataView(digest.buffer, digest.byteOffset);
    return (view.getUint32(0) % HIGH) * 2 ** 32 + view.getUint32(4);
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
