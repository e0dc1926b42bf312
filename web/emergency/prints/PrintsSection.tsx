import { Button } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthsAfter, VALIDITY } from '#geodata/water_book/rules.ts'
import { Segments } from '../../analysis/Segments.tsx'
import { useFile } from '../../api/use_file.ts'
import { PAPERS } from '../../responsibility/sheet/sheet_question.ts'
import { useConsole } from '../../state/store.ts'
import { today } from '../../values/times.ts'
import emergency from '../Emergency.module.css'
import { posterAddress, waterBookAddress } from './addresses.ts'
import styles from './Prints.module.css'

const DAY_MS = 86_400_000

/** What the office prints of the territory that is looked at: the book of its water for the engines, the poster for a village's wall. */
export function PrintsSection({ territory }: { territory: string | null }) {
  const { t } = useTranslation()
  const language = useConsole((console) => console.language)
  const [paper, setPaper] = useState<(typeof PAPERS)[number]>('A4')
  const [expires, setExpires] = useState('')
  const id = useId()
  const tomorrow = new Date(Date.parse(today()) + DAY_MS).toISOString().slice(0, 10)
  const isTown = territory !== null && territory.length >= 9
  const isCommunity = territory !== null && territory.length === 12
  return (
    <details className={styles.prints}>
      <summary>{t('prints.title')}</summary>
      <p className={styles.about}>{t('prints.about')}</p>
      <div className={styles.line}>
        <label htmlFor={id}>{t('prints.expires')}</label>
        <input id={id} type="date" min={tomorrow} value={expires} onChange={({ target }) => setExpires(target.value)} />
        {expires === '' && <small>{t('prints.expiresStandard', { day: monthsAfter(today(), VALIDITY.months) })}</small>}
      </div>
      <div className={styles.line}>
        <span aria-hidden="true">{t('prints.paper')}</span>
        <Segments
          label={t('prints.paper')}
          value={paper}
          options={PAPERS.map((value) => ({ value, label: value }))}
          onChange={setPaper}
        />
      </div>
      <MakeFile
        label={t('prints.book')}
        name={t('prints.bookName')}
        address={isTown ? waterBookAddress(territory, paper, expires, language) : null}
        missing={t('prints.bookOf')}
      />
      <MakeFile
        label={t('prints.poster')}
        name={t('prints.posterName')}
        address={isCommunity ? posterAddress(territory, expires, language) : null}
        missing={t('prints.posterOf')}
      />
    </details>
  )
}

interface MakeFileProps {
  readonly label: string
  /** Of the file, should the server give it none. */
  readonly name: string
  /** Null where it can't be made. */
  readonly address: string | null
  /** What has to be chosen before it can. */
  readonly missing: string
}

function MakeFile({ label, name, address, missing }: MakeFileProps) {
  const { t } = useTranslation()
  const file = useFile()
  return (
    <div className={styles.file}>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={17} stroke={1.6} />}
        loading={file.busy}
        disabled={address === null}
        onClick={() => address !== null && file.start(address, name)}
      >
        {label}
      </Button>
      {address === null && <small>{missing}</small>}
      {file.busy && (
        <p className={emergency.making} role="status">
          {t('prints.making')}
          <button type="button" className={emergency.undo} onClick={file.cancel}>
            {t('prints.cancel')}
          </button>
        </p>
      )}
      {file.reason !== '' && !file.busy && (
        <p className={emergency.warning} role="alert">
          {t('prints.failed', { reason: file.reason })}
        </p>
      )}
    </div>
  )
}
