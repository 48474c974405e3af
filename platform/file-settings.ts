import { z } from "zod"

const megabytes = z.coerce.number({ error: "a number of megabytes" })

/** Settings of files, in the environment; docs/files.md says what they do. */
export const fileSettings = {
  FILE_MB: megabytes.min(1).max(5_000).default(50),
  FILES_PER_SUBJECT: z.coerce.number({ error: "a number of files" }).int().min(1).max(10_000).default(100),
  FILE_STORAGE_GB: z.coerce.number({ error: "a number of gigabytes" }).positive().default(20),
  IMPORT_STORAGE_GB: z.coerce.number({ error: "a number of gigabytes" }).positive().default(5),
  IMPORT_UPLOADS_AT_ONCE: z.coerce.number({ error: "a number of files" }).int().min(1).max(100).default(3),
  FILE_RETENTION_DAYS: z.coerce.number({ error: "a number of days" }).int().min(0).max(3_650).default(30),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "the store's address, https://s3.example.com" }).optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)*$/, "folders, each with a slash behind it: keelson/")
    .default(""),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD: z
    .url({
      protocol: /^(tcp|unix)$/,
      error: "the virus scanner clamd, tcp://host:3310 or unix:///run/clamav/clamd.ctl",
    })
    .optional(),
  CLAMD_MB: megabytes.min(1).default(25),
}

export type S3Settings = Readonly<{
  bucket: string
  endpoint: string | undefined
  region: string
  /** Goes before every key: several installations in one bucket. */
  prefix: string
  /** The usual ones of the machine where none are set. */
  credentials: Readonly<{ accessKeyId: string; secretAccessKey: string }> | undefined
}>

/** Where clamd listens. */
export type ClamdSettings = Readonly<{ host: string; port: number } | { path: string }>

export type FileSettings = Readonly<{
  /** Of one file. Where files are checked, no more than the scanner takes: what cannot be checked is not let in. */
  mostBytes: number
  mostPerSubject: number
  /** Of all files of one workspace. */
  mostStoredBytes: number
  /** Of all tables of one workspace that were sent and not imported yet, and how many one person may be sending. */
  tables: Readonly<{ mostBytes: number; mostAtOnce: number }>
  /** How long the bytes of a removed file stay. */
  retentionDays: number
  s3: S3Settings | undefined
  clamd: ClamdSettings | undefined
}>

type Read = z.output<z.ZodObject<typeof fileSettings>>

export const fileSettingsOf = (read: Read): FileSettings => ({
  mostBytes: Math.floor(
    (read.CLAMD === undefined ? read.FILE_MB : Math.min(read.FILE_MB, read.CLAMD_MB)) * 1024 * 1024,
  ),
  mostPerSubject: read.FILES_PER_SUBJECT,
  mostStoredBytes: Math.floor(read.FILE_STORAGE_GB * 1024 ** 3),
  tables: {
    mostBytes: Math.floor(read.IMPORT_STORAGE_GB * 1024 ** 3),
    mostAtOnce: read.IMPORT_UPLOADS_AT_ONCE,
  },
  retentionDays: read.FILE_RETENTION_DAYS,
  s3: s3Of(read),
  clamd: read.CLAMD === undefined ? undefined : clamdOf(new URL(read.CLAMD)),
})

const s3Of = (read: Read): S3Settings | undefined => {
  if (read.S3_BUCKET === undefined) return undefined
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = read
  return {
    bucket: read.S3_BUCKET,
    endpoint: read.S3_ENDPOINT,
    region: read.S3_REGION,
    prefix: read.S3_PREFIX,
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined ? undefined : { accessKeyId, secretAccessKey },
  }
}

const clamdOf = ({ protocol, hostname, port, pathname }: URL): ClamdSettings =>
  protocol === "unix:" ? { path: pathname } : { host: hostname, port: Number(port || 3310) }
