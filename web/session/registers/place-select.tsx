import { Select } from 'antd'
import { useRead } from '../use-read.ts'

type Places = { readonly rows: readonly { readonly id: string; readonly name: string }[] }

/** A place of the plant by its name. */
export const PlaceSelect = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | undefined
  onChange: (place: string) => void
}) => {
  const { data } = useRead<Places>(['places'], '/api/places')
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      loading={!data}
      value={value ?? null}
      options={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(chosen: string | null) => chosen !== null && onChange(chosen)}
    />
  )
}
