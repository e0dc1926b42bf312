import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSubmit } from '../../access/use_submit.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import { formatCount } from '../../values/numbers.ts'
import { AssignForm } from './AssignForm.tsx'
import { type AssignRequest, closeAssign, sayDone } from './assign.ts'
import { Preview } from './Preview.tsx'
import { forgetResponsibility, type Order, type Report, refusedRows, sendOrder } from './queries.ts'

/** Gives objects to somebody: first what is wanted, then what it would do, then it is done. */
export function AssignDialog({ request }: { request: AssignRequest }) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const [order, setOrder] = useState<Order | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const [step, setStep] = useState<'form' | 'preview'>('form')
  const rows = refusedRows(submit.error)

  const rehearse = async (wanted: Order) => {
    setOrder(wanted)
    setReport(null)
    setStep('preview')
    await submit.run(async () => setReport(await sendOrder(wanted, true)))
  }
  const confirm = async () => {
    await submit.run(async () => {
      const done = await sendOrder(order!, false)
      await forgetResponsibility()
      sayDone(t('assign.done', { n: formatCount(done.created.length), ended: formatCount(done.ended.length) }))
    })
  }
  const title =
    request.objects.length === 1
      ? t('assign.titleOne', { title: request.objects[0]!.title })
      : t('assign.titleMany', { n: formatCount(request.objects.length) })

  return (
    <Dialog title={title} size="large" onClose={closeAssign}>
      <div hidden={step !== 'form'}>
        <AssignForm request={request} onSubmit={(wanted) => void rehearse(wanted)} />
      </div>
      {step === 'preview' && order && (
        <Preview
          request={request}
          order={order}
          report={report}
          rows={rows}
          reason={rows.length > 0 ? '' : submit.reason}
          busy={submit.busy}
          onBack={() => {
            submit.clear()
            setStep('form')
          }}
          onRetry={(wanted) => void rehearse(wanted)}
          onConfirm={() => void confirm()}
        />
      )}
    </Dialog>
  )
}
