import type { PluginTransformQueryArgs, RootOperationNode } from "kysely"
import { CamelCasePlugin, PostgresQueryCompiler } from "kysely"

/**
 * Names are camelCase here and snake_case in PostgreSQL. Kysely's own plugin copies the tree of every query to rename what is
 * in it, a third of what building a query costs; here the compiler renames while it writes, and the plugin only the rows.
 */
class ColumnNames extends CamelCasePlugin {
  override transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node
  }

  inPostgres(name: string): string {
    return this.snakeCase(name)
  }
}

export const columnNames = new ColumnNames({ maintainNestedObjectKeys: true })

export class SnakeCaseCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(columnNames.inPostgres(name))
  }
}
