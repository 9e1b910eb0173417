CREATE TABLE `cards` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`concept` text NOT NULL,
	`rule` text NOT NULL,
	`front` text NOT NULL,
	`back` text NOT NULL,
	`file` text NOT NULL,
	`line_from` integer NOT NULL,
	`line_to` integer NOT NULL,
	`sibling_group` text NOT NULL,
	`correction` text,
	`family` text,
	`position` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cards_course` ON `cards` (`course_id`,`position`);--> statement-breakpoint
CREATE TABLE `concepts` (
	`course_id` text NOT NULL,
	`id` text NOT NULL,
	`names` text NOT NULL,
	`parent` text,
	`file` text NOT NULL,
	`line_from` integer NOT NULL,
	`line_to` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`course_id`, `id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`fingerprint` text NOT NULL,
	`corrections` text NOT NULL,
	`links` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `courses_slug_unique` ON `courses` (`slug`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `memories` (
	`user_id` text NOT NULL,
	`card_id` text NOT NULL,
	`phase` text NOT NULL,
	`stability` real NOT NULL,
	`difficulty` real NOT NULL,
	`step` integer NOT NULL,
	`due_at` integer NOT NULL,
	`due_day` integer,
	`reps` integer NOT NULL,
	`lapses` integer NOT NULL,
	`last_reviewed_at` integer,
	`revision` integer NOT NULL,
	`separating` text,
	PRIMARY KEY(`user_id`, `card_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`card_id`) REFERENCES `cards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memories_due` ON `memories` (`user_id`,`due_at`,`card_id`,`phase`,`stability`,`difficulty`,`step`,`due_day`,`reps`,`lapses`,`last_reviewed_at`,`revision`,`separating`);--> statement-breakpoint
CREATE TABLE `notes` (
	`course_id` text NOT NULL,
	`file` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`course_id`, `file`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`card_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`study_day` integer NOT NULL,
	`grade` text NOT NULL,
	`taken_ms` integer NOT NULL,
	`phase` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`unit` text NOT NULL,
	`amount` integer NOT NULL,
	`family` text,
	`version` integer,
	`seed` integer,
	`params` text,
	`given` text,
	`verdict` text,
	`browser_verdict` text,
	`slips` text NOT NULL,
	`slip` text,
	`undone_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`card_id`) REFERENCES `cards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_user_seq` ON `reviews` (`user_id`,`seq`);--> statement-breakpoint
CREATE INDEX `reviews_user_day` ON `reviews` (`user_id`,`study_day`,`seq`);--> statement-breakpoint
CREATE INDEX `reviews_user_family` ON `reviews` (`user_id`,`family`,`seq`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`session_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `throttles_last` ON `throttles` (`last_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`zone` text NOT NULL,
	`locale` text NOT NULL,
	`theme` text NOT NULL,
	`rollover_hour` integer NOT NULL,
	`new_per_day` integer NOT NULL,
	`reviews_per_day` integer NOT NULL,
	`session_version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);