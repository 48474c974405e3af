import { accessSync, constants, existsSync } from "node:fs"
import { dirname, join, resolve } from "node:path"

/** Keelson's own folder is no place to write to. The message is one sentence that says what to do. */
export class FolderFault extends Error {
  override name = "FolderFault"
}

/** What is written into while a server runs. */
const parts = ["uploads", "files", "postgres"]

/** Throws where the folder, or a part of it that is there already, may not be written: better told at the start than to whoever uploads first. */
export const refuseClosedFolder = (folder: string): void => {
  for (const path of [folder, ...parts.map((part) => join(folder, part)).filter((path) => existsSync(path))]) {
    try {
      accessSync(nearest(resolve(path)), constants.W_OK)
    } catch (fault) {
      throw new FolderFault(
        `Keelson may not write to ${path} (${(fault as NodeJS.ErrnoException).code}): let this user write there, mount its disk for writing, or name another folder with KEELSON_FOLDER.`,
      )
    }
  }
}

/** Of a folder that is yet to be made, where it will be made. */
const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)))
