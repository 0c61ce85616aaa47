/** What the sample office teaches; the stories of `seeding/` call it by these names. */
const taught = [
  ["pv_basics", "Photovoltaics basics", "Photovoltaik Grundlagen", "ctterra", 210],
  ["wind_fitters", "Wind power for fitters", "Windenergie für Monteure", "ctterra", 140],
  ["heat_pumps", "Heat pumps in practice", "Wärmepumpen in der Praxis", "ctterra", 260],
  ["energy_advice", "Energy advice, advanced", "Energieberatung Aufbaukurs", "cleantech", 120],
  ["battery_storage", "Battery storage systems", "Batteriespeicher", "cleantech", 180],
  ["hydrogen", "Hydrogen: an introduction", "Wasserstoff: eine Einführung", "cleantech", 60],
] as const;

export const programmes = taught.map(([code, en, de]) => ({ code, en, de, active: true }));

/** How many took part in a month; the summer is quiet. */
export function participantsIn(month: Temporal.PlainYearMonth) {
  const share = month.month === 8 ? 0.7 : month.month === 12 ? 0.8 : 1 + ((month.month * 7) % 5) / 50;
  const counts = taught.map(([programme, , , platform, usual]) => ({
    platform,
    programme,
    participants: Math.round(usual * share),
  }));
  const whole = ["ctterra", "cleantech"].map((platform) => ({
    platform,
    participants: counts
      .filter((each) => each.platform === platform)
      .reduce((sum, { participants }) => sum + participants, 0),
  }));
  return [...whole, ...counts];
}
