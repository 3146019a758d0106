import { type CalendarDate, parseDate } from '@internationalized/date'
import { useEffect, useState } from 'react'
import { Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, CalendarHeading, DateInput, DatePicker, DateSegment, Dialog, Group, Label, Popover } from 'react-aria-components'
import { useSpeech } from '../speech.ts'

const parsed = (day: string | null): CalendarDate | null => {
  try {
    return day === null ? null : parseDate(day)
  } catch {
    return null
  }
}

const Arrow = ({ back }: { readonly back: boolean }) => <svg className="turn" viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true"><path d={back ? 'm8 2-4 4 4 4' : 'm4 2 4 4-4 4'} /></svg>

const Sheet = () => {
  const { t } = useSpeech()
  return (
    <Popover className="popover">
      <Dialog className="sheet">
        <Calendar>
          <header className="sheet-head">
            <Button slot="previous" className="plain" aria-label={t('moment.previous')}><Arrow back /></Button>
            <CalendarHeading className="sheet-title" />
            <Button slot="next" className="plain" aria-label={t('moment.next')}><Arrow back={false} /></Button>
          </header>
          <CalendarGrid weekdayStyle="short">
            <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell date={date} className="day" />}</CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  )
}

type DayProps = { readonly label: string; readonly day: string | null; readonly choose: (day: string | null) => void }

/** Milliseconds after the last key before a typed day is taken: a year is typed in four. */
const rest = 500

/** A day of the calendar, typed or chosen, written as the reader's language writes it. */
export const DayField = ({ label, day, choose }: DayProps) => {
  const { t } = useSpeech()
  const [held, setHeld] = useState<string | null>(day)
  useEffect(() => setHeld(day), [day])
  useEffect(() => {
    if (held === day || (held !== null && held < '1900')) return
    const timer = setTimeout(() => choose(held), rest)
    return () => clearTimeout(timer)
  }, [held, day, choose])
  return (
    <DatePicker className="day-field" value={parsed(held)} onChange={(value) => setHeld(value?.toString() ?? null)} granularity="day" shouldForceLeadingZeros={false}>
      <Label>{label}</Label>
      <Group className="day-box">
        <DateInput className="segments">{(segment) => <DateSegment segment={segment} className="segment" />}</DateInput>
        <Button className="plain" aria-label={t('moment.open')}><svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.3" aria-hidden="true"><path d="M2.5 4h11v9.5h-11zM2.5 6.8h11M5.5 2v3M10.5 2v3" /></svg></Button>
      </Group>
      <Sheet />
    </DatePicker>
  )
}
