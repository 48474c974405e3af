import { v7 } from "uuid"
import type { Id } from "#core/ids"

/** A new id, later in order than every id made before on this machine. */
export const newId = (): Id => v7()
