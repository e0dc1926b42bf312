const LEVELS: Readonly<Record<string, string>> = { county: '县级', town: '镇级', village: '村级' }

interface Term {
  readonly ended_on: string | null
  readonly begins_on: string | null
}

export const riversZhCN = {
  river_not_found: ({ id }: { id: string }) => `没有编号为“${id}”的河流。`,
  segment_not_found: ({ id }: { id: string }) => `没有编号为“${id}”的河段，或它已不是现行河段。`,
  segment_unknown: () => '没有这个河段，或它在巡河那天不是现行河段。',
  not_your_segment: ({ ended_on, begins_on }: Term) =>
    ended_on !== null
      ? `您在这个河段的任期到 ${ended_on} 为止，之后的巡河不能由您提交。请告知现任河长。`
      : begins_on !== null
        ? `您在这个河段的任期从 ${begins_on} 开始，之前的巡河不能由您提交。`
        : '巡河那天您不是这个河段这一级的河长。如果应该是，请联系河长办补上责任分工。',
  patrol_client_id_taken: () => '这个编号已用于另一次巡河。',
  patrol_reason_missing: () => '这次巡河没有达到规定。请写明原因后再提交；会照实保存，不算有效巡河。',
  patrol_rule_missing: ({ level }: { level: string }) => `巡河那天没有${LEVELS[level] ?? level}河长的巡河规定。请联系河长办。`,
  patrol_track_invalid: ({ at }: { at: number | null }) =>
    at === null
      ? '轨迹须为一列位置：经度、纬度、毫秒时刻、精度。'
      : `轨迹的第 ${at + 1} 个位置不对：须为经度、纬度、毫秒时刻、精度（米，可为空）。`,
  patrol_track_too_many_points: ({ maximum }: { maximum: number }) =>
    `轨迹的位置太多，一次巡河最多 ${maximum} 个。请分几次提交，或降低定位频率。`,
  patrol_track_too_long_a_time: ({ hours }: { hours: number }) => `一次巡河最长 ${hours} 小时。请分几次提交。`,
  patrol_rule_ended: () => '这条规定已经有了截止日，不能再改。请改接替它的那一条。',
  patrol_rule_day_invalid: ({ earliest }: { earliest: string }) => `新规定最早从 ${earliest} 开始。`,
  patrol_rule_exists: () => '这一级在这个区域已有规定，或已有将要开始的规定。请改那一条。',
  water_sample_exists: ({ day }: { day: string }) => `这个站点 ${day} 已有水样。`,
  water_sample_empty: () => '至少要有一项监测值。',
  water_sample_in_future: () => '采样日期不能晚于今天。',
  signboard_in_future: () => '公示牌更新日期不能晚于今天。',
  month_invalid: () => 'month 须为月份，如 2026-03，且不晚于本月。',
}
