/** How the timeline shows a network: its name and its glyph, an SVG path in a box of 24 by 24. */
export const networks = {
	telegram: {
		title: 'Telegram',
		path: 'M2 11.2 21.3 3.4c.9-.4 1.8.2 1.5 1.4l-3.2 15c-.2 1-1 1.3-1.9.8l-4.9-3.6-2.4 2.3c-.5.5-1.2.3-1.3-.4l-.6-5 8.6-7.8-10.7 6.7L2 13c-1-.3-1-1.4 0-1.8Z',
	},
	facebook: {
		title: 'Facebook',
		path: 'M13.5 22v-8.6h2.9l.5-3.5h-3.4V7.7c0-1 .4-1.8 1.9-1.8H17V2.8c-.5-.1-1.4-.2-2.4-.2-2.7 0-4.5 1.6-4.5 4.6v2.7H7v3.5h3.1V22Z',
	},
	instagram: {
		title: 'Instagram',
		path: 'M8 2h8a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6H8a6 6 0 0 1-6-6V8a6 6 0 0 1 6-6Zm0 2.2A3.8 3.8 0 0 0 4.2 8v8A3.8 3.8 0 0 0 8 19.8h8a3.8 3.8 0 0 0 3.8-3.8V8A3.8 3.8 0 0 0 16 4.2Zm4 2.8a5 5 0 1 1 0 10 5 5 0 0 1 0-10Zm0 2.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Zm5.3-3.7a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4Z',
	},
	other: { title: '', path: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z' },
	/** A document, in outline. */
	file: { title: 'File', path: 'M6 2h8l5 5v15H6Zm7 1.5V8h4.5M9 13h7M9 17h7' },
};
