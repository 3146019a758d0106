import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useSpeech } from '../speech.ts'

export type Option = { readonly id: string; readonly name: string }

type ChoiceProps = { readonly label: string; readonly options: readonly Option[]; readonly chosen: readonly string[]; readonly choose: (chosen: readonly string[]) => void }

const Arrow = () => <svg viewBox="0 0 12 12" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true"><path d="m2 4 4 4 4-4" /></svg>

/** A choice of several from a list; nothing chosen is no filter. */
export const Choice = ({ label, options, chosen, choose }: ChoiceProps) => {
  const { t, number } = useSpeech()
  const names = options.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
  return (
    <Select selectionMode="multiple" value={[...chosen]} onChange={(keys) => choose(keys.map(String))} className="choice" isDisabled={options.length === 0}>
      <Label>{label}</Label>
      <Button className="chooser" data-chosen={chosen.length > 0}>
        <SelectValue>{() => (names.length === 0 ? t('board.any') : names.length === 1 ? names[0]! : t('chosen', { n: number(names.length) }))}</SelectValue>
        <Arrow />
      </Button>
      <Options options={options} />
    </Select>
  )
}

type OneProps = { readonly label: string; readonly options: readonly Option[]; readonly chosen: string; readonly choose: (chosen: string) => void }

/** A choice of exactly one. */
export const ChoiceOfOne = ({ label, options, chosen, choose }: OneProps) => (
  <Select value={chosen} onChange={(key) => { if (key !== null) choose(String(key)) }} className="choice">
    <Label>{label}</Label>
    <Button className="chooser"><SelectValue /><Arrow /></Button>
    <Options options={options} />
  </Select>
)

const Options = ({ options }: { readonly options: readonly Option[] }) => (
  <Popover className="popover">
    <ListBox className="options" items={options}>
      {({ id, name }) => <ListBoxItem id={id} textValue={name} className="option"><span className="tick" aria-hidden="true" />{name}</ListBoxItem>}
    </ListBox>
  </Popover>
)
