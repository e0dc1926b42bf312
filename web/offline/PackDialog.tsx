import { Button, Progress } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackManifest } from '#geodata/pack/pack.ts'
import fields from '../access/Fields.module.css'
import { TerritoryField } from '../administration/TerritoryField.tsx'
import { Dialog } from '../frame/Dialog.tsx'
import { useReason } from '../values/use_reason.ts'
import { fetchPack, forgetPack, makePack, type OfferedPack } from './fetch_pack.ts'
import styles from './PackDialog.module.css'
import { KeptPack, PackError } from './pack_store.ts'
import { canKeepPacks } from './register.ts'
import { packName, sizeOf, timeOf } from './words.ts'

/** Takes a town or a community along: made, its size shown, fetched, kept. */
export function PackDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('offline.title')} onClose={onClose}>
      <p className={styles.about}>{t('offline.about')}</p>
      {canKeepPacks() ? <Packs /> : <p className={styles.unsupported}>{t('offline.unsupported')}</p>}
    </Dialog>
  )
}

function Packs() {
  const [kept, setKept] = useState<PackManifest | null | undefined>(undefined)
  useEffect(() => {
    void KeptPack.open().then((pack) => setKept(pack?.manifest ?? null))
  }, [])
  return (
    <>
      <NewPack replaces={kept !== null && kept !== undefined} onKept={setKept} />
      {kept !== undefined && <Kept pack={kept} onDropped={() => setKept(null)} />}
    </>
  )
}

function Kept({ pack, onDropped }: { pack: PackManifest | null; onDropped: () => void }) {
  const { t, i18n } = useTranslation()
  return (
    <section className={styles.kept} aria-label={t('offline.kept')}>
      <h3>{t('offline.kept')}</h3>
      {pack === null ? (
        <p className={styles.none}>{t('offline.none')}</p>
      ) : (
        <div className={styles.row}>
          <div>
            <strong>{packName(pack, i18n.language)}</strong>
            <small>
              {t('offline.keptAbout', {
                made: timeOf(pack.made_at, i18n.language),
                expires: timeOf(pack.expires_at, i18n.language),
              })}
            </small>
          </div>
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            leftSection={<IconTrash size={15} stroke={1.7} />}
            onClick={() => void forgetPack().then(onDropped)}
          >
            {t('offline.drop')}
          </Button>
        </div>
      )}
    </section>
  )
}

type Step =
  | { readonly kind: 'choosing' | 'making' | 'keeping' }
  | { readonly kind: 'offered'; readonly pack: OfferedPack }
  | { readonly kind: 'fetching'; readonly pack: OfferedPack; readonly done: number }

function NewPack({ replaces, onKept }: { replaces: boolean; onKept: (pack: PackManifest) => void }) {
  const { t, i18n } = useTranslation()
  const [code, setCode] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const [step, setStep] = useState<Step>({ kind: 'choosing' })
  const [fault, setFault] = useState<unknown>(null)
  const leaving = useRef(new AbortController())
  useEffect(() => () => leaving.current.abort(), [])

  const make = async () => {
    if (code === null) return setMissing(true)
    setFault(null)
    setStep({ kind: 'making' })
    try {
      setStep({ kind: 'offered', pack: await makePack(code) })
    } catch (error) {
      setFault(error)
      setStep({ kind: 'choosing' })
    }
  }
  const fetchIt = async (pack: OfferedPack) => {
    setFault(null)
    leaving.current = new AbortController()
    const { signal } = leaving.current
    const progress = (done: number) => setStep(done < pack.bytes ? { kind: 'fetching', pack, done } : { kind: 'keeping' })
    try {
      progress(0)
      onKept(await fetchPack(pack, progress, signal))
      setStep({ kind: 'choosing' })
    } catch (error) {
      if (!signal.aborted) setFault(error)
      setStep({ kind: 'offered', pack })
    }
  }
  const isBusy = step.kind === 'making' || step.kind === 'fetching' || step.kind === 'keeping'
  return (
    <section className={styles.form}>
      <div className={fields.label}>{t('offline.area')}</div>
      <TerritoryField
        code={code}
        error={missing && code === null ? t('offline.areaMissing') : undefined}
        offers={(each) => each.length >= 9}
        onChange={(chosen) => {
          setCode(chosen)
          setStep({ kind: 'choosing' })
        }}
      />
      {step.kind === 'offered' && (
        <p className={styles.offer}>
          {t('offline.made', { name: packName(step.pack, i18n.language), size: sizeOf(step.pack.bytes) })}
          {replaces && ` ${t('offline.replace')}`}
        </p>
      )}
      {step.kind === 'fetching' && <Fetching pack={step.pack} done={step.done} />}
      {step.kind === 'keeping' && <p className={styles.offer}>{t('offline.keeping')}</p>}
      {fault !== null && <Fault error={fault} />}
      <div className={styles.buttons}>
        {step.kind === 'offered' ? (
          <Button leftSection={<IconDownload size={16} stroke={1.8} />} onClick={() => void fetchIt(step.pack)}>
            {t('offline.fetch', { size: sizeOf(step.pack.bytes) })}
          </Button>
        ) : step.kind === 'fetching' ? (
          <Button variant="default" onClick={() => leaving.current.abort()}>
            {t('offline.cancel')}
          </Button>
        ) : (
          <Button loading={isBusy} onClick={() => void make()}>
            {t('offline.make')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Fetching({ pack, done }: { pack: OfferedPack; done: number }) {
  const { t } = useTranslation()
  const words = t('offline.fetching', { done: sizeOf(done), size: sizeOf(pack.bytes) })
  return (
    <div className={styles.offer} role="status">
      <Progress value={(100 * done) / pack.bytes} aria-label={words} />
      <span>{words}</span>
    </div>
  )
}

function Fault({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const reason = useReason(error)
  const words = error instanceof PackError ? t(`offline.faults.${error.code}`) : t('offline.faults.failed', { reason })
  return (
    <p className={fields.error} role="alert">
      {words}
    </p>
  )
}
