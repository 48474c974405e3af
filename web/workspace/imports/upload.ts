import { upload } from "#client/upload"
import { type ImportForHost, uploadImport } from "#contract/imports"

/** Sends one file of rows; answers the import that it begins. */
export const sendFile = (file: File): Promise<ImportForHost> => upload(uploadImport, {}, file)
