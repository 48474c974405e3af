/**
 * Room for numbers that is kept between calls and grows when needed, so that a scan of a portfolio does not allocate: a
 * typed array costs as much as forty logarithms. What it holds lasts until the same room is asked for again.
 */
export const reusable = <T extends Float64Array | Int32Array>(make: (size: number) => T): ((size: number) => T) => {
  let room = make(0)
  return (size) => {
    if (room.length < size) room = make(2 * size)
    return room
  }
}
