/** Rooms above this size are rare, and given back: a scan that met one long series must not hold on to its memory. */
const mostKept = 2 ** 18

/**
 * Room for numbers that is kept between calls and grows when needed, so that a scan of a portfolio does not allocate: a
 * typed array costs as much as forty logarithms. What it holds lasts until the same room is asked for again.
 */
export const reusable = <T extends Float64Array | Int32Array>(make: (size: number) => T): ((size: number) => T) => {
  let room = make(0)
  return (size) => {
    if (room.length >= size) return room
    if (size > mostKept) return make(size)
    room = make(Math.min(2 * size, mostKept))
    return room
  }
}
