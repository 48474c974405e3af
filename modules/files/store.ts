export {
  countFiles,
  type FileRow,
  filesWithHash,
  findFile,
  insertFile,
  listOfPartnership,
  listOfSubject,
  lockFile,
  saveFile,
  sharedFiles,
  sharedFilesOf,
} from "./store/files.ts"
export {
  type Adopted,
  adoptObjects,
  checkQueue,
  keepObject,
  markChecked,
  markGone,
  objectOf,
  storedBytes,
  unusedObjects,
} from "./store/objects.ts"
