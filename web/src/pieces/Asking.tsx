import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSpeech } from '../speech.ts'

type AskingProps = { readonly title: string; readonly help?: string; readonly children: ReactNode; readonly close: () => void; readonly write: () => Promise<boolean>; readonly ready?: boolean }

/** A dialog that asks for what a decision needs. It stays open when the decision is refused, so that nothing typed is lost. */
export const Asking = ({ title, help, children, close, write, ready = true }: AskingProps) => {
  const { t } = useSpeech()
  const [writing, setWriting] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!ready || writing) return
    setWriting(true)
    const done = await write()
    setWriting(false)
    if (done) close()
  }
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => { if (!open) close() }} className="overlay">
      <Modal className="modal">
        <Dialog className="dialog">
          <form onSubmit={(event) => void send(event)}>
            <Heading slot="title" className="dialog-title">{title}</Heading>
            {help && <p className="help">{help}</p>}
            {children}
            <div className="row end">
              <button type="button" className="plain" onClick={close}>{t('decide.cancel')}</button>
              <button type="submit" className="act" disabled={!ready || writing}>{writing ? t('wait.deciding') : t('decide.write')}</button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type WordsProps = { readonly label: string; readonly value: string; readonly change: (value: string) => void; readonly long?: boolean; readonly help?: string; readonly first?: boolean }

/** A field for words, in whatever direction they are written. */
export const Words = ({ label, value, change, long = false, help, first = false }: WordsProps) => (
  <label className="field">
    <span>{label}</span>
    {long
      ? <textarea dir="auto" rows={3} value={value} autoFocus={first} onChange={(event) => change(event.target.value)} />
      : <input dir="auto" value={value} autoFocus={first} onChange={(event) => change(event.target.value)} />}
    {help && <small>{help}</small>}
  </label>
)
