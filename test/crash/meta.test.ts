import { crashMatrix } from './matrix';

crashMatrix('meta');
