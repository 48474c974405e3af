import { areaCommand } from "#client/areaCommand"
import { newPartnershipPath } from "./paths.ts"

export const commands = [areaCommand("new-partnership", "create", "title", newPartnershipPath, "seeToRecord")]
