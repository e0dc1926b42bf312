import { IconExternalLink, IconFileTypePdf, IconFileTypeXls } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import fields from '../../access/Fields.module.css'
import { Field, TextField } from '../../access/Fields.tsx'
import { Segments } from '../../analysis/Segments.tsx'
import { featureQuery } from '../../api/queries.ts'
import type { ServerState } from '../../api/types.ts'
import { useConsole } from '../../state/store.ts'
import { pick } from '../../words/words.ts'
import { DayField } from '../DayField.tsx'
import { placeQuery } from '../queries.ts'
import { TerritoryFinder } from '../side/finders.tsx'
import side from '../side/Side.module.css'
import styles from './SheetSide.module.css'
import { ORIENTATIONS, PAPERS, type SheetChoice, sheetAddress } from './sheet_question.ts'
import { useSheetFile } from './use_sheet_file.ts'

/** The responsibility map of an area, on paper: what, how large, in which language. */
export function SheetSide({ state: { schemes } }: { state: ServerState }) {
  const { t, i18n } = useTranslation()
  const language = useConsole((console) => console.language)
  const day = useConsole((console) => console.day)
  const shownScheme = useConsole((console) => console.grids.scheme)
  const [choice, setChoice] = useState<SheetChoice>({
    area: null,
    scheme: null,
    level: null,
    paper: 'A4',
    orientation: 'auto',
    title: '',
    language,
  })
  const [untouched, setUntouched] = useState(true)
  const suggested = useSuggestedArea(untouched)
  const area = untouched ? suggested : choice.area
  const scheme = schemes.find(({ id }) => id === (choice.scheme ?? shownScheme)) ?? schemes[0]
  const pdf = useSheetFile()
  const xlsx = useSheetFile()
  const change = (changes: Partial<SheetChoice>) => setChoice((before) => ({ ...before, ...changes }))
  const make = (kind: 'pdf' | 'xlsx') => {
    if (area === null || !scheme) return
    const address = sheetAddress(kind, { ...choice, area, scheme: scheme.id }, day)
    if (kind === 'pdf') pdf.start(address, t('sheet.pdfName'))
    else xlsx.start(address, t('sheet.xlsxName'))
  }
  if (!scheme) return <p className={side.note}>{t('sheet.noSchemes')}</p>
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        make('pdf')
      }}
    >
      <p className={styles.about}>{t('sheet.about')}</p>
      <TerritoryFinder
        label={t('sheet.area')}
        code={area}
        onChange={(code) => {
          setUntouched(false)
          change({ area: code })
        }}
      />
      <Field id="sheet-scheme" label={t('sheet.scheme')}>
        <select
          id="sheet-scheme"
          className={fields.select}
          value={scheme.id}
          onChange={({ target }) => change({ scheme: target.value, level: null })}
        >
          {schemes.map(({ id, name }) => (
            <option key={id} value={id}>
              {pick(name, i18n.language)}
            </option>
          ))}
        </select>
      </Field>
      <Field id="sheet-level" label={t('sheet.level')}>
        <select
          id="sheet-level"
          className={fields.select}
          value={choice.level ?? ''}
          onChange={({ target }) => change({ level: target.value ? Number(target.value) : null })}
        >
          <option value="">{t('sheet.levelAuto')}</option>
          {scheme.levels.map(({ level, name }) => (
            <option key={level} value={level}>
              {pick(name, i18n.language)}
            </option>
          ))}
        </select>
      </Field>
      <Labelled label={t('sheet.paper')}>
        <Segments
          label={t('sheet.paper')}
          value={choice.paper}
          options={PAPERS.map((value) => ({ value, label: value }))}
          onChange={(paper) => change({ paper })}
        />
      </Labelled>
      <Labelled label={t('sheet.orientation')}>
        <Segments
          label={t('sheet.orientation')}
          value={choice.orientation}
          options={ORIENTATIONS.map((value) => ({ value, label: t(`sheet.orientations.${value}`) }))}
          onChange={(orientation) => change({ orientation })}
        />
      </Labelled>
      <Labelled label={t('sheet.language')}>
        <Segments
          label={t('sheet.language')}
          value={choice.language}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => change({ language: value })}
        />
      </Labelled>
      <Labelled label={t('sheet.day')}>
        <DayField />
      </Labelled>
      <TextField
        label={t('sheet.title')}
        placeholder={t('sheet.titlePlaceholder')}
        autoComplete="off"
        maxLength={100}
        value={choice.title}
        onChange={({ target }) => change({ title: target.value })}
      />
      {area === null && <p className={styles.about}>{t('sheet.noArea')}</p>}
      <div className={styles.actions}>
        <FileButton file={pdf} disabled={area === null} main onStart={() => make('pdf')} label={t('sheet.pdf')} />
        <FileButton file={xlsx} disabled={area === null} onStart={() => make('xlsx')} label={t('sheet.xlsx')} />
      </div>
      {pdf.reason && <Refused reason={pdf.reason} />}
      {xlsx.reason && <Refused reason={xlsx.reason} />}
      {pdf.ready && (
        <p ref={intoView} className={styles.ready} role="status">
          {t('sheet.ready')}
          <a href={pdf.ready} target="_blank" rel="noopener">
            <IconExternalLink size={15} stroke={1.7} aria-hidden="true" />
            {t('sheet.open')}
          </a>
        </p>
      )}
    </form>
  )
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}

interface FileButtonProps {
  readonly file: ReturnType<typeof useSheetFile>
  readonly label: string
  readonly disabled: boolean
  readonly main?: boolean
  readonly onStart: () => void
}

function FileButton({ file, label, disabled, main = false, onStart }: FileButtonProps) {
  const { t } = useTranslation()
  const Icon = main ? IconFileTypePdf : IconFileTypeXls
  if (file.busy)
    return (
      <button type="button" className={side.button} onClick={file.cancel}>
        {t('sheet.making', { seconds: file.seconds })}
      </button>
    )
  return (
    <button
      type={main ? 'submit' : 'button'}
      className={side.button}
      data-main={main}
      disabled={disabled}
      {...(!main && { onClick: onStart })}
    >
      <Icon size={17} stroke={1.6} aria-hidden="true" />
      {label}
    </button>
  )
}

/** What comes of it stands below the buttons: on a phone, under the edge of the sheet. */
const intoView = (element: Element | null) => element?.scrollIntoView({ block: 'nearest' })

const Refused = ({ reason }: { reason: string }) => (
  <p ref={intoView} className={side.failed} role="alert">
    {reason}
  </p>
)

/** The selected administrative area; else the town in the middle of the map, or whatever is known there. */
function useSuggestedArea(wanted: boolean): string | null {
  const selection = useConsole((console) => console.selection)
  const view = useConsole((console) => console.view)
  const isArea = selection?.layer === 'administrative_areas'
  const chosen = useQuery({ ...featureQuery('administrative_areas', selection?.id ?? 0), enabled: wanted && isArea })
  // The middle of the map as it was when the tab was opened: the choice must not run away while the map is moved.
  const [middle, setMiddle] = useState(view)
  useEffect(() => {
    if (!middle && view) setMiddle(view)
  }, [middle, view])
  const place = useQuery({
    ...placeQuery([middle?.longitude ?? 0, middle?.latitude ?? 0], null),
    enabled: wanted && !isArea && middle !== null,
  })
  if (isArea) return chosen.data ? String(chosen.data.properties.code) : null
  const areas = place.data?.administrative_areas ?? []
  return (areas.find(({ level }) => level === 'town') ?? areas[0])?.code ?? null
}
