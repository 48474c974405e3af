/** What an import may write into one table. `workspace_id` and `import_id` are always written. */
export type BulkTable = Readonly<{
  columns: Readonly<Record<string, string>>
  /** Columns that hold the moment of the import. */
  now: readonly string[]
  /** The table says where a row came from. */
  source?: boolean
  /** The column with the id of the other system; rows that are known by it are left out. */
  knownBy?: string
}>

/** In the order in which they refer to each other. */
export const bulkTables = {
  organization: {
    columns: {
      id: "uuid",
      name: "text",
      domains: "text[]",
      country: "text",
      regions: "text[]",
      industries: "text[]",
      external_id: "text",
    },
    now: ["created_at", "updated_at"],
  },
  partnership: {
    columns: {
      id: "uuid",
      organization_id: "uuid",
      name: "text",
      type: "text",
      stage: "text",
      owner_id: "uuid",
      region: "text",
      tier: "text",
      program: "text",
      currency: "text",
      started_on: "date",
      ended_on: "date",
      external_id: "text",
    },
    now: ["created_at", "updated_at"],
  },
  contact: {
    columns: {
      id: "uuid",
      side: "text",
      organization_id: "uuid",
      name: "text",
      email: "text",
      title: "text",
      phone: "text",
    },
    now: ["created_at"],
  },
  role_assignment: {
    columns: {
      id: "uuid",
      partnership_id: "uuid",
      contact_id: "uuid",
      role: "text",
      side: "text",
      from_on: "date",
      to_on: "date",
    },
    now: ["recorded_at"],
  },
  agreement: {
    columns: {
      id: "uuid",
      partnership_id: "uuid",
      title: "text",
      state: "text",
      signed_on: "date",
      starts_on: "date",
      ends_on: "date",
      auto_renews: "boolean",
      notice_days: "integer",
      value_minor: "bigint",
      currency: "text",
      external_id: "text",
    },
    now: ["created_at", "updated_at"],
  },
  objective: {
    columns: {
      id: "uuid",
      partnership_id: "uuid",
      agreement_id: "uuid",
      category: "text",
      metric: "text",
      title: "text",
      target: "numeric",
      unit: "text",
      starts_on: "date",
      ends_on: "date",
      ramp: "text",
      weight: "numeric",
    },
    now: ["created_at"],
  },
  commitment: {
    columns: {
      id: "uuid",
      partnership_id: "uuid",
      agreement_id: "uuid",
      owed_by: "text",
      title: "text",
      measure: "text",
      cadence: "text",
      within_hours: "numeric",
      starts_on: "date",
      ends_on: "date",
      evidence_needed: "text",
    },
    now: ["created_at"],
  },
  activity: {
    columns: {
      id: "uuid",
      partnership_id: "uuid",
      kind: "text",
      direction: "text",
      occurred_at: "timestamptz",
      person: "text",
      summary: "text",
      effort_minutes: "integer",
      external_id: "text",
    },
    now: ["recorded_at"],
    source: true,
    knownBy: "external_id",
  },
  measurement: {
    columns: {
      id: "uuid",
      partnership_id: "uuid",
      signal: "text",
      side: "text",
      period_start: "date",
      value: "numeric",
      expected: "numeric",
      n: "numeric",
    },
    now: ["recorded_at"],
    source: true,
  },
  deal: {
    columns: {
      id: "uuid",
      partnership_id: "uuid",
      name: "text",
      customer: "text",
      amount_minor: "bigint",
      currency: "text",
      state: "text",
      registered_at: "timestamptz",
      answered_at: "timestamptz",
      close_on: "date",
      closed_on: "date",
      external_id: "text",
    },
    now: ["recorded_at"],
    knownBy: "external_id",
  },
} as const satisfies Readonly<Record<string, BulkTable>>
