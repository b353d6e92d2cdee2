import { Drawer } from 'antd'
import type { ReactNode } from 'react'

/** Opens one thing beside the list that it came from; the list stays where it was. */
export const SideDrawer = ({
  open,
  title,
  extra,
  onClose,
  width = 880,
  children,
}: {
  open: boolean
  title: ReactNode
  extra?: ReactNode
  onClose: () => void
  width?: number
  children: ReactNode
}) => (
  <Drawer open={open} title={title} extra={extra} onClose={onClose} size={width} destroyOnHidden>
    {children}
  </Drawer>
)
