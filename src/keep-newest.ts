/** Puts an entry into a map as its newest; of more than `max` the oldest goes. */
export function keepNewest<Key, Value>(map: Map<Key, Value>, [key, value]: readonly [Key, Value], max: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.size > max ? map.keys() : [];
  if (oldest !== undefined) map.delete(oldest);
}
