import { Table, type TableColumnType } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../empty-state.tsx'
import { useUi } from '../ui-context.tsx'
import css from './data-table.module.css'

/** A column: `unit` stands in the head, numbers stand right in tabular figures. `compare` makes it sortable. */
export type DataColumn<Row> = {
  readonly id: string
  readonly title: string
  readonly unit?: string
  readonly align?: 'text' | 'number'
  readonly width?: number
  readonly render: (row: Row) => ReactNode
  readonly compare?: (a: Row, b: Row) => number
}

export type TablePage = {
  readonly current: number
  readonly size: number
  readonly total: number
  readonly onTurn: (page: number, size: number) => void
}

/** 40 px rows, a head that stays, and an empty state that explains itself. A row with `onOpen` opens by click or Enter. */
export const DataTable = <Row extends object>({
  columns,
  rows,
  rowId,
  empty,
  loading = false,
  onOpen,
  page,
  chosen,
  isInDrawer = false,
}: {
  columns: readonly DataColumn<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  empty: { title: string; how: string; action?: ReactNode }
  loading?: boolean
  onOpen?: (row: Row) => void
  page?: TablePage
  chosen?: { readonly ids: readonly string[]; readonly onChange: (ids: readonly string[]) => void }
  /** There is no bar above it then, and a head kept clear of one would cover the first row. */
  isInDrawer?: boolean
}) => {
  const { words } = useUi()
  return (
    <Table<Row>
      className={css.table ?? ''}
      size="small"
      sticky={{ offsetHeader: isInDrawer ? 0 : 56 }}
      scroll={{ x: 'max-content' }}
      columns={columns.map(toAntd)}
      dataSource={[...rows]}
      rowKey={rowId}
      loading={loading}
      locale={{ emptyText: loading ? ' ' : <EmptyState {...empty} /> }}
      {...(onOpen && { onRow: (row: Row) => openable(() => onOpen(row)) })}
      {...(chosen && {
        rowSelection: {
          selectedRowKeys: [...chosen.ids],
          onChange: (keys: React.Key[]) => chosen.onChange(keys.map(String)),
        },
      })}
      pagination={
        page
          ? {
              current: page.current,
              pageSize: page.size,
              total: page.total,
              onChange: page.onTurn,
              showSizeChanger: true,
              showTotal: words.table.total,
            }
          : false
      }
    />
  )
}

const toAntd = <Row extends object>(column: DataColumn<Row>): TableColumnType<Row> => ({
  key: column.id,
  title:
    column.unit === undefined ? (
      column.title
    ) : (
      <span>
        {column.title} <span className={css.unit}>{column.unit}</span>
      </span>
    ),
  render: (_, row) => column.render(row),
  align: column.align === 'number' ? 'right' : 'left',
  ...(column.width !== undefined && { width: column.width }),
  ...(column.compare && { sorter: column.compare }),
})

const openable = (open: () => void) => ({
  tabIndex: 0,
  className: css.openable ?? '',
  onClick: open,
  onKeyDown: (event: React.KeyboardEvent) => event.key === 'Enter' && event.target === event.currentTarget && open(),
})
