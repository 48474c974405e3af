import { createReadStream } from "node:fs"
import type { Readable } from "node:stream"
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3"
import { Upload } from "@aws-sdk/lib-storage"
import type { S3Settings } from "#platform/file-settings"
import type { Storage } from "./types.ts"

/**
 * Objects in a bucket of any store that speaks S3. Addresses name the bucket in the path and no checksums are sent that were not
 * asked for: stores of other makers refuse both.
 */
export const s3Storage = ({ bucket, endpoint, region, credentials, prefix }: S3Settings): Storage => {
  const client = new S3Client({
    region,
    forcePathStyle: true,
    // Of a store that answers nothing at all nobody would ever hear again.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  })
  const at = (key: string) => ({ Bucket: bucket, Key: `${prefix}${key}` })
  return {
    put: async (key, path) => {
      // In parts, so that a large file is never whole in memory; a part that fails is sent again, and what was begun is given up.
      await new Upload({
        client,
        params: { ...at(key), Body: createReadStream(path) },
        leavePartsOnError: false,
      }).done()
    },
    has: async (key) => {
      try {
        await client.send(new HeadObjectCommand(at(key)))
        return true
      } catch (fault) {
        if (isMissing(fault)) return false
        throw fault
      }
    },
    read: async (key, range) => {
      try {
        return (
          await client.send(
            new GetObjectCommand({ ...at(key), ...(range ? { Range: `bytes=${range.first}-${range.last}` } : {}) }),
          )
        ).Body as Readable
      } catch (fault) {
        if (isMissing(fault)) return undefined
        throw fault
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)))
    },
    async *list(asked = "") {
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client },
        { Bucket: bucket, Prefix: `${prefix}${asked}` },
      ))
        for (const { Key = "", Size = 0, LastModified } of Contents)
          yield { key: Key.slice(prefix.length), bytes: Size, storedAt: (LastModified ?? new Date(0)).toISOString() }
    },
  }
}

const isMissing = (fault: unknown): boolean => fault instanceof NotFound || fault instanceof NoSuchKey
