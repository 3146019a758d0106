import type { Claim, Reading, Step } from '../api.ts'
import { fields } from '../amending.ts'
import { useSpeech } from '../speech.ts'
import { givenBy, traceOf } from '../tracing.ts'

const StepLine = ({ step, claim }: { readonly step: Step; readonly claim: Claim }) => {
  const { t, named } = useSpeech()
  const { field, value } = givenBy(step)
  const kind = fields[claim.item.kind][field]
  return <li><span>{t(`field.${field}`, { defaultValue: field })}</span> <bdi>{kind?.is === 'code' && kind.codes.includes(value) ? named(kind.list, value) : value}</bdi> <code dir="ltr">{step.rule}</code></li>
}

/** Why an item was read: each rule with what it gave. */
export const Trace = ({ claim, reading }: { readonly claim: Claim; readonly reading: Reading }) => {
  const { t } = useSpeech()
  const steps = traceOf(claim, reading)
  return (
    <div className="trace">
      <p className="quiet">{t(steps ? 'desk.trace' : 'desk.trace-none')}</p>
      {steps && <ol className="bare">{steps.map((step, at) => <StepLine key={at} step={step} claim={claim} />)}</ol>}
    </div>
  )
}
