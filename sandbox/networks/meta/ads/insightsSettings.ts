/** What tests may change of ad reports. */
export interface InsightsSettings {
	/** Rows that one call reports on at most, all its pages together; a report in the background has no such limit. */
	adInsightsMostRows: number;
	/** Seconds until a report in the background is done. */
	adReportSeconds: number;
	/** Answers a new report's ID as a JSON number, which is beyond what JavaScript's hold. */
	adReportIdAsNumber: boolean;
	/** Refuses the next so many (1) reads of a report. */
	adInsightsRefusal?: { code: number; subcode?: number; times?: number };
	/** The end of every report in the background. */
	adReportFailure?: { status: string; code?: number; subcode?: number };
	/** Percentages put into `x-fb-ads-insights-throttle`. */
	adInsightsThrottle?: Record<string, unknown>;
}

export const insightsDefaults: Readonly<InsightsSettings> = { adInsightsMostRows: 1_000_000, adReportSeconds: 2, adReportIdAsNumber: false };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;

type Reader = (settings: InsightsSettings, value: unknown) => boolean;

const countInto =
	(name: 'adInsightsMostRows' | 'adReportSeconds'): Reader =>
	(settings, value) => {
		if (!isCount(value)) return false;
		settings[name] = value;
		return true;
	};

export const insightsReaders: Record<keyof InsightsSettings, Reader> = {
	adInsightsMostRows: countInto('adInsightsMostRows'),
	adReportSeconds: countInto('adReportSeconds'),
	adReportIdAsNumber: (settings, value) => {
		if (typeof value !== 'boolean') return false;
		settings.adReportIdAsNumber = value;
		return true;
	},
	adInsightsRefusal: (settings, value) => {
		const { code, subcode, times = 1 } = isRecord(value) ? value : {};
		if (value !== null && (typeof code !== 'number' || !isCount(times))) return false;
		settings.adInsightsRefusal = typeof code === 'number' && isCount(times) ? { code, times, ...(typeof subcode === 'number' && { subcode }) } : undefined;
		return true;
	},
	adReportFailure: (settings, value) => {
		const { status, code, subcode } = isRecord(value) ? value : {};
		if (value !== null && typeof status !== 'string') return false;
		settings.adReportFailure = typeof status === 'string' ? { status, ...(typeof code === 'number' && { code }), ...(typeof subcode === 'number' && { subcode }) } : undefined;
		return true;
	},
	adInsightsThrottle: (settings, value) => {
		if (value !== null && !isRecord(value)) return false;
		settings.adInsightsThrottle = value ?? undefined;
		return true;
	},
};
