/** So many lines are changed, or taken away, at once: their names fit into one address. */
export const mostSelected = 100
