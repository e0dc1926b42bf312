import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../frame/Dialog.tsx'
import { TokenForm } from './TokenForm.tsx'
import { TokenList } from './TokenList.tsx'
import { TokenOnce } from './TokenOnce.tsx'
import styles from './Tokens.module.css'
import type { NewToken } from './tokens.ts'

type Step = { readonly kind: 'list' } | { readonly kind: 'form' } | { readonly kind: 'made'; readonly token: NewToken }

/** Tokens with which other programs ask in one's own name. */
export function TokensDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>({ kind: 'list' })
  const toList = () => setStep({ kind: 'list' })
  if (step.kind === 'made') {
    return (
      <Dialog title={t('access.tokenMade', { name: step.token.name })} size="large" onClose={onClose}>
        <TokenOnce token={step.token} onDone={toList} />
      </Dialog>
    )
  }
  return (
    <Dialog title={t(step.kind === 'form' ? 'access.tokenNew' : 'access.tokens')} size="large" onClose={onClose}>
      {step.kind === 'form' ? (
        <TokenForm onCancel={toList} onMade={(token) => setStep({ kind: 'made', token })} />
      ) : (
        <>
          <p className={styles.about}>{t('access.tokensHint')}</p>
          <TokenList />
          <Button variant="light" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setStep({ kind: 'form' })}>
            {t('access.tokenNew')}
          </Button>
        </>
      )}
    </Dialog>
  )
}
