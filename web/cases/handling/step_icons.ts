import {
  IconArrowBackUp,
  IconCheck,
  IconClockPlus,
  IconFileText,
  IconMessage,
  type IconProps,
  IconRefreshAlert,
  IconSend,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { StepAction } from '#geodata/cases/flow.ts'

const FIELD_ICONS: Readonly<Partial<Record<StepAction, ComponentType<IconProps>>>> = {
  accept: IconCheck,
  report_back: IconSend,
  return: IconArrowBackUp,
  ask_extension: IconClockPlus,
  verify: IconCheck,
  rework: IconRefreshAlert,
  note: IconMessage,
}

export const STEP_ICONS = new Proxy(FIELD_ICONS, {
  get: (icons, action: StepAction) => icons[action] ?? IconFileText,
}) as Readonly<Record<StepAction, ComponentType<IconProps>>>
