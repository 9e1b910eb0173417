CREATE TABLE `__new_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`concept` text NOT NULL,
	`rule` text NOT NULL,
	`sides` text NOT NULL,
	`edit` text,
	`sibling_group` text NOT NULL,
	`correction` text,
	`family` text,
	`position` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_cards`("id", "course_id", "concept", "rule", "sides", "edit", "sibling_group", "correction", "family", "position", "retired_at") SELECT "id", "course_id", "concept", "rule", CASE WHEN "family" IS NULL THEN json_object('ko', json_object('front', "front", 'back', "back", 'file', "file", 'lines', json_array("line_from", "line_to"), 'source', "back")) ELSE '{}' END, "edit", "sibling_group", "correction", "family", "position", "retired_at" FROM `cards`;--> statement-breakpoint
DROP TABLE `cards`;--> statement-breakpoint
ALTER TABLE `__new_cards` RENAME TO `cards`;--> statement-breakpoint
CREATE INDEX `cards_course` ON `cards` (`course_id`,`position`);