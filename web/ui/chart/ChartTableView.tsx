import { useFormat } from "#ui/text"
import type { ChartTable } from "./ChartTable.ts"
import classes from "./chartTable.module.css"

/** The figures behind a picture, row by row. */
export const ChartTableView = ({
  label,
  table,
  maxHeight,
}: {
  label: string
  table: ChartTable
  maxHeight: number
}) => {
  const format = useFormat()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className={classes.scroll} style={{ maxHeight }} tabIndex={0} aria-label={label}>
      <table className={classes.data}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join("|")}>
              {row.map((value, column) => {
                const text = value === null ? "–" : typeof value === "number" ? format.number(value, 2) : value
                const key = table.columns[column]
                return column === 0 ? (
                  <th key={key} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={key}>{text}</td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
