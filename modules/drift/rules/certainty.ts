/** Probability from which the first cause is called likely; below it none stands out, and whatever is named is possible. */
export const likely = 0.3

/** The word for how sure a cause is: one everywhere. */
export const certaintyOf = (probability: number): "likely" | "possible" =>
  probability >= likely ? "likely" : "possible"
