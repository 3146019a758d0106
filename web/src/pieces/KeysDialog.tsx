import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSpeech } from '../speech.ts'

const keys = ['j', 'k', 'a', 'v', 'r', 'e', 'n', 'w', 'u', 'o'] as const

/** The keys of the reading desk. */
export const KeysDialog = ({ close }: { readonly close: () => void }) => {
  const { t } = useSpeech()
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => { if (!open) close() }} className="overlay">
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">{t('desk.keys')}</Heading>
          <dl className="keys">{keys.map((key) => <div key={key}><dt><kbd>{key.toUpperCase()}</kbd></dt><dd>{t(`desk.key.${key}`)}</dd></div>)}<div><dt><kbd>?</kbd></dt><dd>{t('desk.key.help')}</dd></div></dl>
          <div className="row end"><button type="button" className="button" onClick={close}>{t('decide.close')}</button></div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
