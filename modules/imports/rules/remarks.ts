import type { RemarkKind } from "#core/importable/remark"

/** What the reading of any file tells, whatever it holds; modules add their own (`importable.remarks`). */
export const remarks = {
  "column-left-out": {
    tells: "The column “{{header}}” is not read. Rows that hold something there: {{count}}.",
  },
  "cell-left-out": {
    about: "field",
    tells: "{{field}} cannot be read. Rows: {{count}}.",
    choices: { drop: "Leave out the cell, take the rest of the row", refuse: "Leave out the row" },
    usual: "drop",
  },
  "read-as-empty": {
    about: "field",
    tells: "{{field}} holds words for nothing. Rows: {{count}}.",
    choices: { empty: "Read them as empty cells", word: "Take them as they stand" },
    usual: "empty",
  },
  "encoded-twice": {
    about: "field",
    tells: "{{field}} has letters that a program has encoded once too often, such as Ã¤ or &amp;. Rows: {{count}}.",
    choices: { meant: "Read them as they were meant", stand: "Take them as they stand" },
    usual: "meant",
  },
  "midnight-is-a-day": {
    about: "field",
    tells: "{{field}} is midnight here, as programs write a day without a time. Rows: {{count}}.",
    choices: { day: "The day is meant, without a time", moment: "It was at midnight" },
    usual: "day",
  },
  "hour-skipped": {
    about: "field",
    tells: "{{field}} is a time that the clocks here have skipped. Rows: {{count}}.",
    choices: { later: "Take it by the clock as it was before", refuse: "Leave out the rows" },
    usual: "later",
  },
  "hour-twice": {
    about: "field",
    tells: "{{field}} is a time that the clocks here have shown twice. Rows: {{count}}.",
    choices: { first: "The first of the two", second: "The second", refuse: "Leave out the rows" },
    usual: "first",
  },
  "id-shortened": {
    about: "field",
    tells:
      "{{field}} was shortened by a spreadsheet to a few digits, so that several may be one. Export it as text. Rows: {{count}}.",
    choices: {
      leave: "Take the rows without the id",
      keep: "These are the ids as they stand",
      refuse: "Leave out the rows",
    },
  },
  "id-capitals": {
    about: "file",
    tells: "Ids that differ only in capitals from ids that are recorded. Rows: {{count}}.",
    choices: { one: "They are the same", own: "They are others" },
  },
  "number-rounded": {
    about: "field",
    tells: "{{field}} has more places than are kept, and is rounded. Rows: {{count}}.",
    choices: { round: "Round it as shown", refuse: "Leave out the rows" },
    usual: "round",
  },
  "unknown-value": {
    about: "value",
    tells: "{{field}}: what does “{{value}}” mean? Rows: {{count}}.",
    choices: { empty: "Leave the cell empty", refuse: "Leave out the row" },
  },
  "not-said": {
    about: "field",
    tells: "{{field}} is not said. Rows: {{count}}.",
    choices: { refuse: "Leave out the rows" },
    ofNewRows: true,
  },
  "filled-in": {
    about: "field",
    tells: "{{field}} is not said, and is filled in. Rows: {{count}}.",
    choices: { fill: "Fill it in as shown", refuse: "Leave out the rows" },
    usual: "fill",
    ofNewRows: true,
  },
  "currency-sign": {
    about: "value",
    tells: "{{field}}: which currency is “{{value}}”? It is not the one of the row or the file. Rows: {{count}}.",
    choices: { refuse: "Leave out the row" },
  },
  "currency-written": {
    about: "value",
    tells: "{{field}} says {{value}}, which is not the currency chosen for the file. Rows: {{count}}.",
    choices: { keep: "Take the currency that stands in the cell", refuse: "Leave out the row" },
    usual: "keep",
  },
  "number-scaled": {
    about: "value",
    tells: "{{field}} is in “{{value}}”: thousands or millions. Rows: {{count}}.",
    choices: {
      whole: "Count them out: 12 k is 12,000",
      number: "Take the number as it stands: 12 k is 12",
      refuse: "Leave out the row",
    },
    usual: "whole",
  },
  "number-with-currency": {
    about: "value",
    tells: "{{field}} is a bare number, and stands in {{value}}. Rows: {{count}}. No currency is recorded with it.",
    choices: { number: "Take the number", refuse: "Leave out the row" },
    usual: "number",
  },
  "several-currencies": {
    about: "value",
    tells: "{{field}} is a bare number, and stands in {{value}} here and in another currency before. Rows: {{count}}.",
    choices: { number: "Take the number: they are of one unit all the same", refuse: "Leave out the row" },
  },
  "months-in-days": {
    about: "field",
    tells: "{{field}} is written in months, quarters or years: how many days are meant? Rows: {{count}}.",
    choices: {
      longest: "As many as such months have at most, so that no notice is late: 3 months are 92",
      thirty: "30 days a month: 3 months are 90",
      refuse: "Leave out the row",
    },
  },
  "percent-in-number": {
    about: "field",
    tells: "{{field}} is written in percent: is the number meant, or the share? Rows: {{count}}.",
    choices: { number: "The number: 85 % is 85", share: "The share: 85 % is 0.85", refuse: "Leave out the row" },
  },
  "row-aside": {
    about: "file",
    tells:
      "Rows that do not look like part of the table, such as totals, notes of the report or column names again: {{count}}.",
    choices: { leave: "Leave them out", take: "Take them like the other rows" },
    usual: "leave",
  },
  "row-hidden": {
    about: "file",
    tells: "Rows that are hidden in the sheet, or filtered out: {{count}}.",
    choices: { take: "Take them like the others", leave: "Leave them out" },
    usual: "take",
  },
  "merged-cells": {
    about: "field",
    tells: "{{field}} is empty because its cell is merged with the one above. Rows: {{count}}.",
    choices: { fill: "What the merged cell holds counts for each of its rows", leave: "Leave the cells empty" },
  },
  "row-filled-up": {
    about: "file",
    tells: "Rows that end before the last column: {{count}}. What is missing at their end counts as empty.",
    choices: { fill: "Take them", refuse: "Leave out these rows" },
    usual: "fill",
  },
  "sheet-not-read": {
    tells: "The sheet “{{header}}” is not read. Import the file again for each sheet that you need.",
  },
  "encoding-uncertain": {
    about: "file",
    tells: "The file does not say how its letters are written. Choose the encoding in which they are right.",
  },
  "day-to-come": {
    tells:
      "{{field}} lies in the future. Rows: {{count}}. They are recorded, but count for nothing: nobody has observed them.",
  },
  "ends-before-the-file": {
    tells: "The rows of some partners end four weeks or more before the file does. Partners: {{count}}.",
    choices: {
      nothing: "Nothing happened after them: the file is complete for its partners",
      unknown: "Nothing is known of the weeks after them",
    },
    usual: "nothing",
  },
  "told-twice": {
    tells:
      "“{{value}}” of the same weeks is here already, from another file or entered in Keelson: once as measured values, once as acts. Only one of them counts. Partners: {{count}}.",
    choices: {
      measured: "The measured values count",
      acts: "What is counted from activities or deals counts",
    },
    usual: "measured",
    about: "value",
  },
  "midnight-in-utc": {
    about: "field",
    tells: "{{field}} is midnight in UTC or at another offset, which is another day here. Rows: {{count}}.",
    choices: { moment: "Take the day that it was here at that moment", written: "Take the day as it is written" },
    usual: "moment",
  },
  "answer-of-last-time": {
    about: "value",
    tells:
      "What was chosen for the last file about “{{value}}” is not used: this file shows no such doubt, and is read as it stands. Rows: {{count}}.",
    choices: { stand: "Read it as it stands", again: "Read it as last time" },
    usual: "stand",
    isOnce: true,
  },
  "id-twice": {
    tells: "The id “{{value}}” stands in several rows. The first of them is recorded. Rows besides: {{count}}.",
  },
  "row-differs": {
    about: "field",
    tells: "{{field}} differs from what is recorded. Rows: {{count}}.",
    choices: { update: "Take what the file says", keep: "Leave what is recorded" },
  },
  "edited-here": {
    about: "field",
    tells: "{{field}} differs, and somebody has changed it here by hand. Rows: {{count}}.",
    choices: { keep: "Leave what was changed here", update: "Take what the file says" },
    usual: "keep",
  },
  "blank-erases": {
    about: "field",
    tells: "{{field}} is empty in the file, and something is recorded. Rows: {{count}}.",
    choices: { keep: "Leave what is recorded", erase: "Empty it" },
    usual: "keep",
  },
  "change-not-allowed": {
    tells: "{{field}} differs, and may not be changed to that. What is recorded stays. Rows: {{count}}.",
  },
  "recorded-before": {
    about: "file",
    tells: "Rows without an id that are the same as rows recorded before: {{count}}.",
    choices: { leave: "They are the same: leave them out", record: "They happened again: record them" },
    usual: "leave",
    isOnce: true,
  },
  "recorded-otherwise": {
    about: "file",
    tells: "Rows that say another value than the one that is recorded for the same partner and time: {{count}}.",
    choices: {
      update: "They correct what is recorded",
      keep: "Leave what is recorded",
      record: "Record them besides",
    },
  },
  "called-the-same": {
    about: "file",
    tells:
      "Rows without an id that are called like what is recorded for the same partner, and differ from it: {{count}}.",
    choices: {
      update: "They are the same: take what the file says",
      keep: "They are the same: leave what is recorded",
      record: "They are others: record them besides",
    },
  },
  "more-remarks": {
    tells: "There is more to be told than fits here. Rows: {{count}}. What is not told is read the usual way.",
  },
} as const satisfies Readonly<Record<string, RemarkKind>>
