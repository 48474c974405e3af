import { inHole } from "#core/punctuation"

/**
 * Why a cell, a row or a file was not taken, and what decided a format, in plain English. The web says the same codes in the
 * reader's language (`reason` in texts/); words in double braces are parameters. Every sentence says what to do or what was expected.
 */
export const reasons = {
  "required-empty": "This field is needed and is empty.",
  "not-a-date": "This is not a date. Write it as 2026-03-25.",
  "date-impossible": "There is no such day or time in the calendar.",
  "date-ambiguous": "This may be {{first}} or {{second}}. Say which order of day and month the column uses.",
  "date-wrong-order": "This date does not fit the order of the column ({{order}}).",
  "date-out-of-range": "Dates must lie between {{earliest}} and {{latest}}.",
  "date-before-start": "This date lies before {{other}} ({{otherValue}}).",
  "not-a-number": "This is not a number.",
  "not-a-whole-number": "This must be a whole number.",
  "number-ambiguous":
    "This may be {{first}} or {{second}}. Say whether the column uses a decimal point or a decimal comma.",
  "number-wrong-decimals": "This number does not fit the column, which uses a decimal {{decimals}}.",
  "number-too-large": "This number is too large.",
  "number-too-small": "This must be at least {{min}}.",
  "number-above-limit": "This must be at most {{max}}.",
  "currency-missing": "The amount has no currency. Add a currency column or choose one for the whole file.",
  "currency-differs": "The amount says {{written}}, the currency column says {{column}}.",
  "currency-unclear": "“{{sign}}” belongs to several currencies. Say which one is meant, or write its three letters.",
  "not-a-currency": "This is not a currency code. Write three letters such as EUR or USD.",
  "not-a-country": "This country is not known. Write its name or its two-letter code.",
  "not-an-email": "This is not an e-mail address.",
  "not-a-domain": "“{{part}}” is not a web domain. Write it as example.com.",
  "not-a-phone": "This is not a phone number.",
  "not-a-name": "This is not a name: it has no letter and no digit.",
  "not-a-choice": "This value is not known here. Allowed are: {{allowed}}.",
  "text-too-long": "This text is longer than {{max}} characters.",
  "unreadable-characters": "Some characters could not be read. Check the encoding of the file.",
  "one-of-needed": "At least one of these must be filled: {{fields}}.",
  "formula-error": "The cell holds the spreadsheet error {{text}}.",
  "formula-without-value":
    "The cell holds a formula without a value. Open the file in your spreadsheet, save it there, and upload it again.",
  "too-many-cells": "The row has {{found}} cells, the header has {{expected}}.",
  "too-few-cells": "The row has {{found}} cells, the header has {{expected}}.",
  "quote-not-closed": "A quotation mark in this row is opened and never closed.",
  "row-too-long":
    "The row is longer than {{limit}} characters. Look in it for a quotation mark that is never closed, or split the row.",
  "cell-too-long":
    "Cell {{number}} of this row is longer than {{limit}} characters. Shorten it, or leave its column out of the file.",
  "left-out-as-said": "This row is left out, as was chosen.",
  "must-be-positive": "This must be greater than 0.",
  "in-the-future": "This has not come yet. Choose today or a time that has passed.",
  "unknown-kind": "There is no such kind of file here. Choose one of those that are offered.",
  "empty-file": "The file is empty.",
  "not-a-spreadsheet": "This file is not a table. Save it as CSV or XLSX and try again.",
  "old-workbook": "This is a workbook in the old XLS format. Save it as XLSX and try again.",
  "locked-workbook": "This workbook is protected by a password. Save it without one and try again.",
  "broken-workbook":
    "This workbook is damaged and cannot be read. Open it in your spreadsheet, save it again and try again.",
  "too-many-broken-rows":
    "In more than 1,000 rows a quotation mark is opened and never closed. Save the file again as CSV from the program it comes from, or as XLSX.",
  "workbook-too-large": "This workbook unpacks to more than Keelson reads. Split it or save the sheet as CSV.",
  "no-such-sheet": "The workbook has no sheet “{{sheet}}”. It has: {{sheets}}.",
  "no-sheets": "The file is a text and has no sheet “{{sheet}}”. Leave its name out.",
  "unknown-encoding": "The encoding “{{encoding}}” is not known.",
  "too-many-columns": "The table has {{columns}} columns; at most {{limit}} are read.",
  "no-header-row": "No row with column names was found. Put the names in the first row.",
  "field-mapped-twice": "Two columns are mapped to {{field}}. Choose one.",
  "field-not-mapped": "No column is mapped to {{field}}, which is needed.",
  "unknown-field": "There is no field {{field}} for this kind of file.",
  "no-such-column": "The file has no column “{{column}}”. It has: {{columns}}.",
  "unknown-answer": "“{{answer}}” answers nothing here. Possible are: {{allowed}}.",
  "file-gone": "The uploaded file is no longer there. Upload it again.",
  "asker-may-not":
    "Whoever asked for this may not do it here any more, so it was not done. Nothing was recorded. Somebody who may has to ask for it again.",
  internal: "Something went wrong on our side. Nothing was recorded. Try again, and tell us if it fails again.",
  "only-day-first": "Row {{line}}: {{text}} can only be day first.",
  "only-month-first": "Row {{line}}: {{text}} can only be month first.",
  "only-year-first": "Row {{line}}: {{text}} can only be year first.",
  "day-number": "Row {{line}}: {{text}} is a spreadsheet's number for {{meaning}}.",
  "only-decimal-point": "Row {{line}}: {{text}} can only have a decimal point.",
  "only-decimal-comma": "Row {{line}}: {{text}} can only have a decimal comma.",
} as const

/** The stable code of a reason. */
export type ReasonCode = keyof typeof reasons

/** The English sentence of a reason with its parameters filled in; a code without a sentence stands for itself. */
export const explain = (
  sentences: Readonly<Record<string, string>>,
  code: string,
  params: Readonly<Record<string, unknown>> = {},
): string =>
  (sentences[code] ?? code).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(inHole(params[name], "en") ?? "?"))
