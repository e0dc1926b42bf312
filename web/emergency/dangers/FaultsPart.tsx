import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EDITIONS, FORTIFICATION_CLASSES, INTENSITIES } from '#geodata/hazards/avoidance.ts'
import { findLayer } from '#geodata/layers/index.ts'
import { Segments } from '../../analysis/Segments.tsx'
import type { Feature } from '../../api/types.ts'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { titleOrNumber } from '../../symbols/title.ts'
import { extentOf } from '../../values/extent.ts'
import styles from './Dangers.module.css'
import { faultsQuery, useDangers, wrongMetres, type ZoneQuestion } from './dangers.ts'
import { Labelled, MetresField } from './fields.tsx'
import { ZonesAnswer } from './ZonesAnswer.tsx'

const STANDARD: ZoneQuestion = {
  class: 'C',
  intensity: 8,
  edition: EDITIONS[0]!.id,
  uncertainty_m: '',
  overburden_m: '',
  investigation_m: '',
}

/** How far to keep from a fault: for one fault, one class of buildings, one intensity. */
export function FaultsPart() {
  const { t } = useTranslation()
  const { data: faults, error, isFetching, refetch } = useQuery(faultsQuery)
  const fault = useDangers((dangers) => dangers.fault)
  const [question, setQuestion] = useState(STANDARD)
  useSelectedFault()
  if (!faults) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  if (faults.length === 0) return <p className={styles.hint}>{t('dangers.faults.none')}</p>
  const chosen = faults.find(({ id }) => id === fault)
  return (
    <>
      <div className={styles.form}>
        <FaultSelect faults={faults} chosen={chosen} />
        <QuestionFields question={question} fault={chosen} onChange={(change) => setQuestion({ ...question, ...change })} />
      </div>
      {chosen ? (
        <ZonesAnswer key={chosen.id} fault={chosen} question={question} />
      ) : (
        <p className={styles.hint}>{t('dangers.faults.hint')}</p>
      )}
    </>
  )
}

/** A fault that is selected on the map is the one that is meant. */
function useSelectedFault(): void {
  const selection = useConsole((console) => console.selection)
  useEffect(() => {
    if (selection?.layer === 'faults') useDangers.setState({ fault: selection.id })
  }, [selection])
}

function FaultSelect({ faults, chosen }: { faults: readonly Feature[]; chosen: Feature | undefined }) {
  const { t, i18n } = useTranslation()
  const field = useId()
  const choose = (id: number) => {
    useDangers.setState({ fault: id })
    const extent = extentOf(faults.find((one) => one.id === id)?.geometry ?? null)
    if (extent) useConsole.getState().fly({ extent })
  }
  const nameOf = ({ id, properties }: Feature) => titleOrNumber(findLayer('faults')!, id, properties, i18n.language)
  return (
    <div className={styles.field}>
      <label htmlFor={field}>{t('dangers.faults.fault')}</label>
      <select id={field} value={chosen?.id ?? ''} onChange={({ target }) => choose(Number(target.value))}>
        {!chosen && <option value="">{t('dangers.faults.choose')}</option>}
        {faults.map((fault) => (
          <option key={fault.id} value={fault.id}>
            {[nameOf(fault), fault.properties.section_name].filter((part) => part).join(' · ')}
          </option>
        ))}
      </select>
    </div>
  )
}

interface QuestionFieldsProps {
  readonly question: ZoneQuestion
  readonly fault: Feature | undefined
  readonly onChange: (change: Partial<ZoneQuestion>) => void
}

function QuestionFields({ question, fault, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation()
  const edition = useId()
  const wrong = wrongMetres(question)
  const known = fault?.properties.location_uncertainty_m
  const uncertaintyHint = !fault
    ? t('dangers.faults.uncertaintyHint')
    : typeof known === 'number'
      ? t('dangers.faults.known', { n: known })
      : t('dangers.faults.unknown')
  const field = (name: 'uncertainty_m' | 'overburden_m' | 'investigation_m', hint: string) => (
    <MetresField
      label={t(`dangers.faults.${name}`)}
      value={question[name]}
      hint={hint}
      error={wrong.includes(name) ? t('dangers.metresWrong') : undefined}
      onChange={(text) => onChange({ [name]: text })}
    />
  )
  return (
    <>
      <Labelled label={t('dangers.faults.class')}>
        <Segments
          label={t('dangers.faults.class')}
          value={question.class}
          options={FORTIFICATION_CLASSES.map((value) => ({
            value,
            label: t(`dangers.faults.classes.${value}`),
            title: t(`dangers.faults.classesLong.${value}`),
          }))}
          onChange={(value) => onChange({ class: value })}
        />
      </Labelled>
      <Labelled label={t('dangers.faults.intensity')}>
        <Segments
          label={t('dangers.faults.intensity')}
          value={question.intensity}
          options={INTENSITIES.map((value) => ({ value, label: t('dangers.faults.degree', { n: value }) }))}
          onChange={(value) => onChange({ intensity: value })}
        />
      </Labelled>
      <div className={styles.field}>
        <label htmlFor={edition}>{t('dangers.faults.edition')}</label>
        <select id={edition} value={question.edition} onChange={({ target }) => onChange({ edition: target.value })}>
          {EDITIONS.map(({ id, standard }) => (
            <option key={id} value={id}>
              {standard}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.metres}>
        {field('uncertainty_m', uncertaintyHint)}
        {field('overburden_m', t('dangers.faults.overburdenHint'))}
        {field('investigation_m', t('dangers.faults.investigationHint'))}
      </div>
    </>
  )
}
